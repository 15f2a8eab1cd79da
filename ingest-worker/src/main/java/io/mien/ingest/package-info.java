/**
 * Faces in: takes datasets and photos, and turns every face into a crop that networks can learn
 * from.
 */
@NullMarked
package io.mien.ingest;

import org.jspecify.annotations.NullMarked;
