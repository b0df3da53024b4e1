"""Links that last: a ledger of every published address, and the pages that lead old addresses to the new places."""
