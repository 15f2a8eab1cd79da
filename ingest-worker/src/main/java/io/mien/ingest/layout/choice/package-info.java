/** Which layout a dataset is read with. */
@NullMarked
package io.mien.ingest.layout.choice;

import org.jspecify.annotations.NullMarked;
