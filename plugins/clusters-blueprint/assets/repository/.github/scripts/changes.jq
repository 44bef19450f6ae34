# Address and actions of each change of a plan, as terraform show -json prints
# it; no values, which may be secret. Changes of outputs change nothing in AWS.
[
  .resource_changes // []
  | .[]
  | select(.change.actions != ["no-op"] and .change.actions != ["read"])
  | { address, actions: .change.actions }
]
| sort_by(.address)
