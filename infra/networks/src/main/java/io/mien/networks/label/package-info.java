/** Label groups, their condition vectors and their classification losses. */
@NullMarked
package io.mien.networks.label;

import org.jspecify.annotations.NullMarked;
