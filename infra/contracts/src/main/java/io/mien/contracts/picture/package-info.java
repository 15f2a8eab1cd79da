/** Pictures as clients ask for them, and where a crop lies in its photo. */
@NullMarked
package io.mien.contracts.picture;

import org.jspecify.annotations.NullMarked;
