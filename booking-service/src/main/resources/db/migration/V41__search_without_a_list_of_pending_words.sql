-- Words of clients go to their place at once. In a list of pending ones each search would read them all, and where it
-- grew the planner would rather read every client.
ALTER INDEX clients_by_search SET (fastupdate = off);
SELECT gin_clean_pending_list('clients_by_search');
