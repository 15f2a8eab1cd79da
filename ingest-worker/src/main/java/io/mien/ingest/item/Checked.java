package io.mien.ingest.item;

import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ListedItem;

/** What became of a line: an item that can be begun, or a reason, never nothing. */
sealed interface Checked {

  record Accepted(ListedItem item) implements Checked {}

  record Refused(FailedItem item) implements Checked {}
}
