// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * How sure it is what the parts of a file's name mean.
 *
 * @source S2 "Recover /login" (the parts and their order; not what stands between them)
 * @since 0.1
 */
public enum Certainty {
  /** The name has exactly the form that {@link NsbFileName#make} writes: each part is bounded. */
  SURE,

  /**
   * All four parts were found in the documented order, in another form than ours. Where the site
   * ends and the unique id begins is read from the date between them.
   */
  LIKELY,

  /** At least one part was found and at least one was not, or the name does not end as an NSB. */
  PARTLY,

  /** Nothing was found: the file bears a name of somebody's choice, or is no NSB. */
  UNKNOWN
}
