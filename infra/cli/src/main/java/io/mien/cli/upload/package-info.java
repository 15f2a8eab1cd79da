/** Sending a dataset to the object store, part by part. */
@NullMarked
package io.mien.cli.upload;

import org.jspecify.annotations.NullMarked;
