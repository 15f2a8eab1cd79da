/** Each rule against a class that breaks it. */
@NullMarked
package io.mien.testkit.architecture;

import org.jspecify.annotations.NullMarked;
