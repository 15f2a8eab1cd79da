/** Where bytes live: the port to the object store, and the keys under which things are kept. */
@NullMarked
package io.mien.store;

import org.jspecify.annotations.NullMarked;
