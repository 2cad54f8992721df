// Coolhead is a flight simulator for people who answer customers.
package main

import (
	"os"

	"coolhead/cli"
)

func main() { os.Exit(cli.Main()) }
