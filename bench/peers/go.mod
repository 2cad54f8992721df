module coolhead/bench/peers

go 1.26.0

require (
	coolhead v0.0.0
	github.com/jonreiter/govader v0.0.0-20250429093935-f6505c8d03cc
)

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	gonum.org/v1/gonum v0.8.2 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace coolhead => ../..
