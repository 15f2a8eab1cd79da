-- The tasks whose outputs a task works on: what its spec names lies under 'tasks/<task>/'.
CREATE FUNCTION task_inputs(spec jsonb) RETURNS uuid[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT COALESCE(array_agg(DISTINCT CAST(split_part(place #>> '{}', '/', 2) AS uuid)), '{}')
      FROM (SELECT jsonb_path_query(spec, '$.**.prefix') AS place
            UNION ALL
            SELECT jsonb_path_query(spec, '$.**.key')) AS named
     WHERE place #>> '{}' ~ '^tasks/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/');

CREATE INDEX task_by_input ON task USING gin (task_inputs(spec)) WHERE state = 'SUCCEEDED';
