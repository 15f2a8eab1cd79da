/** Label groups, edits and target rows. */
package io.mien.networks.label;
