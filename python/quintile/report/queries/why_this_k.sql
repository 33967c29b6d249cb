with
reasons as (
    select max(why_this_k) as why_this_k
    from cluster_model
)

select
    cluster_candidates.n_clusters,
    cluster_candidates.is_chosen,
    cluster_candidates.verdict,
    cluster_candidates.silhouette,
    cluster_candidates.stability,
    cluster_candidates.smallest_share,
    cluster_candidates.converged,
    reasons.why_this_k
from cluster_candidates
cross join reasons
order by cluster_candidates.n_clusters
