/** Which kind of source an address means. */
@NullMarked
package io.mien.ingest.source.place;

import org.jspecify.annotations.NullMarked;
