// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody drew the network around the pair, and where the drawing lies.
 *
 * @param drawnAt when it was drawn, or last found to be right
 * @param shows what it shows besides the appliances; in the order of the constants
 * @param keptAt where it lies, on one line of at most 200 characters; null if that was not declared
 * @source S2 "Back Up /appliance"
 * @since 0.1
 */
public record NetworkDiagram(Instant drawnAt, Set<Content> shows, @Nullable String keptAt) {

  /**
   * Keeps a copy of the set.
   *
   * @throws IllegalArgumentException if {@code keptAt} is blank, too long or more than one line
   */
  public NetworkDiagram {
    requireNonNull(drawnAt, "drawnAt");
    shows = EnumSets.copy(Content.class, shows, "shows");
    keptAt = KitText.checkedIfThere("keptAt", keptAt);
  }

  /**
   * What a drawing shows, as far as there is something to show.
   *
   * @source S2 "Back Up /appliance"
   * @since 0.1
   */
  public enum Content {
    /** What firewalls let through. */
    FIREWALL_RULES,

    /** What scanners for viruses leave alone. */
    ANTIVIRUS_ALLOW_LIST,

    /** How systems that look for intruders are set up. */
    INTRUSION_DETECTION
  }
}
