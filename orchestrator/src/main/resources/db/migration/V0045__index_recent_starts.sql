-- Apart from the new columns: those lock the table for readers, too, and this reads all of it.
-- task_finished_of_client stays for replicas of the version before; the next version may drop it.
CREATE INDEX task_started_of_client ON task (client, (recent_starts[1])) WHERE recent_starts[1] IS NOT NULL;
