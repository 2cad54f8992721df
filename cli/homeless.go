package cli

import (
	"os"
	"os/user"

	"github.com/adrg/xdg"
)

// findHome gives a process that was started without HOME, as services and jobs
// are, the folder its user has: nothing is to be kept in the root of the disk.
func findHome() {
	if home := homeOf(os.Getenv("HOME"), user.Current); home != "" {
		os.Setenv("HOME", home)
		xdg.Reload()
	}
}

// homeOf is the home to be set, "" where one is set already or nobody knows it.
func homeOf(set string, current func() (*user.User, error)) string {
	if set != "" {
		return ""
	}
	u, err := current()
	if err != nil {
		return ""
	}
	return u.HomeDir
}
