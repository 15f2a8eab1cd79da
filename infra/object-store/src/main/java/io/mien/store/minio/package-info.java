/** The object store over S3, with the MinIO client. */
@NullMarked
package io.mien.store.minio;

import org.jspecify.annotations.NullMarked;
