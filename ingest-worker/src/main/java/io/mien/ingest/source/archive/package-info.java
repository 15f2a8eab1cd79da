/**
 * Archives as sources of datasets. They are read where they lie, member by member, and never
 * unpacked as a whole: what an archive says of itself is checked before anything is taken from it.
 */
@NullMarked
package io.mien.ingest.source.archive;

import org.jspecify.annotations.NullMarked;
