
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    with
    segments as (
        select * from "shop"."main_quintile"."segments"
    ),

    customers_scored as (
        select
            *,
            main_quintile.score_customer(recency_days, frequency, monetary) as answer
        from segments
    )

    select customers_scored.*
    from customers_scored
    where customers_scored.answer is null
        or customers_scored.r_score is distinct from customers_scored.answer.r_score
        or customers_scored.f_score is distinct from customers_scored.answer.f_score
        or customers_scored.m_score is distinct from customers_scored.answer.m_score
        or customers_scored.rfm_code is distinct from customers_scored.answer.rfm_code
        or customers_scored.fm_score is distinct from customers_scored.answer.fm_score
        or customers_scored.rfm_segment is distinct from customers_scored.answer.rfm_segment
        or customers_scored.cluster_id is distinct from customers_scored.answer.cluster_id
        or customers_scored.cluster_label is distinct from customers_scored.answer.cluster_label
        or customers_scored.next_cluster_label is distinct from customers_scored.answer.next_cluster_label
        or customers_scored.marketing_tier is distinct from customers_scored.answer.marketing_tier
        or customers_scored.recommended_action is distinct from customers_scored.answer.recommended_action
        or customers_scored.channel is distinct from customers_scored.answer.channel
        or customers_scored.priority is distinct from customers_scored.answer.priority
        or customers_scored.centroid_distance is distinct from customers_scored.answer.centroid_distance
        or customers_scored.assignment_margin is distinct from customers_scored.answer.assignment_margin

  
  
      
    ) dbt_internal_test