module opa-peer

go 1.21

require github.com/open-policy-agent/opa v1.22.2
