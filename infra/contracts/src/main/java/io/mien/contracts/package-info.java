/**
 * What the parts of Mien say to each other: topic names, task kinds, states. Depends on nothing but
 * Jackson annotations.
 */
@NullMarked
package io.mien.contracts;

import org.jspecify.annotations.NullMarked;
