# Of the roots, those whose plan succeeded and that have something to apply:
# changes in AWS, an overlay that CI applies to the cluster, or nodes to drain.
[
  $roots[]
  | . as $root
  | ($plans | map(select(.environment == $root.environment and .name == $root.name)) | first) as $plan
  | select($plan.result == "changed" or ($plan.result == "unchanged" and ($root.overlay or $root.draining)))
]
