/** How datasets are laid out on disk: which picture shows whom with which expression. */
@NullMarked
package io.mien.ingest.layout;

import org.jspecify.annotations.NullMarked;
