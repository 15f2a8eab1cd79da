/** What generated images are measured by, and what they must reach to be handed over. */
@NullMarked
package io.mien.contracts.quality;

import org.jspecify.annotations.NullMarked;
