// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static io.github.bseries.testkit.SimulatedBehaviour.APPENDIX;
import static io.github.bseries.testkit.SimulatedBehaviour.ASSUMED;
import static io.github.bseries.testkit.SimulatedBehaviour.CONFLICTS;
import static io.github.bseries.testkit.SimulatedBehaviour.ESTABLISH;

import java.util.List;
import java.util.stream.Stream;

/** What the pair does about the relationship of its two sides, and about conflicts in it. */
final class RelationBehaviours {

  private RelationBehaviours() {}

  static List<SimulatedBehaviour> all() {
    return Stream.of(ofTheRelationship(), ofConflicts(), ofDataAfterConflicts())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SimulatedBehaviour> ofTheRelationship() {
    return List.of(
        of(
            "relationship",
            "It is made on the page of the one that is to be primary.",
            ESTABLISH,
            "establishRelationship",
            "established"),
        of(
            "relationship",
            "It needs identical inter-appliance keys and the same version.",
            ESTABLISH + ", D-FOGUIDE; assumed: the words of refusal",
            "establishRelationship"),
        of(
            "relationship",
            "Breaking it takes both roles and leaves all data.",
            ESTABLISH,
            "breakRelationship"),
        of(
            "relationship",
            "The status history has each event, on the appliance's clock.",
            APPENDIX,
            "statusHistory"));
  }

  private static List<SimulatedBehaviour> ofConflicts() {
    return List.of(
        of(
            "relationship",
            "Fix This Error makes primary who alone has a shared IP enabled, else who is found"
                + " under the name of the site; a data sync follows.",
            CONFLICTS + "; assumed: their order, and the data sync at once",
            "fixThisError"),
        of(
            "relationship",
            "A conflict that Become Backup or Become Primary ends, on the page or through the API,"
                + " has a data sync follow, too: the new backup loses its settings.",
            CONFLICTS + "; assumed: at once, and through the API too",
            "become",
            "setFailoverRole"),
        of(
            "relationship",
            "Whoever ends a conflict, checked shared IPs are where the roles want them, on both, if"
                + " they follow at all.",
            CONFLICTS + "; assumed: on the one whose role stays, too",
            "become",
            "setFailoverRole",
            "fixThisError"));
  }

  private static List<SimulatedBehaviour> ofDataAfterConflicts() {
    return List.of(
        of(
            "relationship",
            "The data sync that ends a conflict leaves reports and recordings of either side on"
                + " both, whatever other data syncs do.",
            CONFLICTS,
            "become",
            "setFailoverRole",
            "fixThisError"),
        of(
            "relationship",
            "In a conflict, a change of roles with a data sync first is refused: no one primary is"
                + " there to copy from.",
            ASSUMED,
            "become",
            "setFailoverRole"),
        of(
            "relationship",
            "If that data sync cannot begin, the roles are set all the same.",
            ASSUMED,
            "fixThisError"));
  }

  private static SimulatedBehaviour of(
      String subject, String text, String source, String... shownBy) {
    return new SimulatedBehaviour(subject, text, source, List.of(shownBy));
  }
}
