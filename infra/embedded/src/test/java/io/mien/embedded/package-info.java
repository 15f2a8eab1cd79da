/**
 * Tests of the embedded servers: the directory without I/O beyond a temporary folder, the servers
 * for real.
 */
@NullMarked
package io.mien.embedded;

import org.jspecify.annotations.NullMarked;
