module casbin-peer

go 1.21

require github.com/casbin/casbin/v2 v2.135.0
