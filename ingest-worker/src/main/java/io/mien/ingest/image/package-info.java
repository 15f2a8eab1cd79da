/** What a file is, and how large its picture, before anything is decoded. */
@NullMarked
package io.mien.ingest.image;

import org.jspecify.annotations.NullMarked;
