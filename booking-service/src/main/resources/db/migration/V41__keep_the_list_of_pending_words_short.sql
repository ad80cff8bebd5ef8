-- Words that are not in their place yet are read by each search, all of them. With four megabytes of them, the default,
-- the planner would rather read every client. In kB.
ALTER INDEX clients_by_search SET (gin_pending_list_limit = 256);
SELECT gin_clean_pending_list('clients_by_search');
