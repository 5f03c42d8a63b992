-- How far a workflow has come became one part of its document, and beside it is what operators did. Failed flights that are
-- not closed yet are now recalled, and closed to be scheduled anew.
update workflow set document =
    (document - 'closed' - 'undone')
    || jsonb_build_object(
        'journal', '[]'::jsonb,
        'progress', jsonb_strip_nulls(jsonb_build_object(
            'closed', document -> 'closed',
            'undone', document -> 'undone',
            'calls', 0,
            'failures', 0)));

update workflow set document = jsonb_set(document, '{closure,remedy}', '"SCHEDULE_ANEW"')
    where document -> 'failed' is null and document -> 'progress' -> 'closed' is null;
