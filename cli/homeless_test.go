package cli

import (
	"errors"
	"os/user"
	"testing"
)

func TestWithoutAHomeTheUsersOwnIsTaken(t *testing.T) {
	known := func() (*user.User, error) { return &user.User{HomeDir: "/home/sam"}, nil }
	unknown := func() (*user.User, error) { return nil, errors.New("nobody") }
	for _, c := range []struct {
		name, set, want string
		current         func() (*user.User, error)
	}{
		{"one that is set stays", "/srv/desk", "", known},
		{"none is set", "", "/home/sam", known},
		{"nobody knows whose it would be", "", "", unknown},
	} {
		if got := homeOf(c.set, c.current); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}
