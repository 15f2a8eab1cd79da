/**
 * The items of a bulk synthesis: from lines of JSON to parts, from each item's photo to its crop.
 */
@NullMarked
package io.mien.ingest.item;

import org.jspecify.annotations.NullMarked;
