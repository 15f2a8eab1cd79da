/** Plain mains that print how long things take; never part of a test run. */
package io.mien.networks.benchmark;
