/** The testkit tested: its servers for real, its rules on classes that break them. */
@NullMarked
package io.mien.testkit;

import org.jspecify.annotations.NullMarked;
