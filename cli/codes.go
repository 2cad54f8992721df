package cli

// codes are the codes that explain knows.
func codes() []string { return nil }

// codeText explains one of them.
func codeText(code string) (string, bool) { return "", false }
