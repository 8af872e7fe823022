-- additive: only how pages are filled
-- Every row of the log moves its document's last_seq. A fifth of each page stays free, so that the new version of the
-- row fits beside the old one and no index has to learn of it (HOT). Existing pages follow as they are written again.
ALTER TABLE "documents" SET (fillfactor = 80);
