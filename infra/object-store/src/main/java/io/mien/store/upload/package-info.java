/** Objects that come in parts from people who have links to put them. */
@NullMarked
package io.mien.store.upload;

import org.jspecify.annotations.NullMarked;
