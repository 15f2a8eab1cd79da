/** Where the files of a dataset come from: a folder or an archive. */
@NullMarked
package io.mien.ingest.source;

import org.jspecify.annotations.NullMarked;
