-- By what somebody wished: what comes of the reminder belongs to the same chain. Null for older ones.
ALTER TABLE log.reminder ADD COLUMN correlation uuid;
