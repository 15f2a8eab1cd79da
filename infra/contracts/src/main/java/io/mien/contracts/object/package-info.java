/** References to bytes in the object store; pixels and weights never travel in messages. */
@NullMarked
package io.mien.contracts.object;

import org.jspecify.annotations.NullMarked;
