{% macro verdict_on_k() %}
    {%- if setting('n_clusters') != 'auto' -%}
    'chosen: n_clusters is set'
    {%- else -%}
    case
        when is_chosen and n_clusters < {{ setting('cluster_range')[0] }}
            then 'chosen: there are too few distinct customers for more clusters'
        when is_chosen and qualification < 3 then 'chosen: no fit qualifies, and this one comes nearest'
        when is_chosen and is_kept and is_good
            then 'chosen: kept, since no other number of clusters has a silhouette better by more than a standard error'
        when is_chosen and good_fits < 2
            then 'chosen: the best silhouette of the fits that qualify, by more than a standard error'
        when is_chosen and next_period_gini is null
            then 'chosen: the most clusters with a silhouette within a standard error of the best'
        when is_chosen
            then 'chosen: of the silhouettes within a standard error of the best, its clusters rank the revenue of the '
                || 'next period best'
        when qualification = 0 then 'not chosen: the fit did not converge'
        when qualification = 1 then 'not chosen: its smallest cluster is below min_cluster_share'
        when qualification = 2 then 'not chosen: its clusters are less stable than min_stability'
        when is_good and kept_is_good
            then 'not chosen: its silhouette is not better than that of the kept number of clusters by more than a '
                || 'standard error'
        when is_good and next_period_gini is null
            then 'not chosen: its silhouette is within a standard error of the best, but another has more clusters'
        when is_good
            then 'not chosen: its silhouette is within a standard error of the best, but its clusters are worse at '
                || 'ranking the revenue of the next period'
        else 'not chosen: another fit that qualifies has a silhouette better by more than a standard error'
    end
    {%- endif -%}
{% endmacro %}
