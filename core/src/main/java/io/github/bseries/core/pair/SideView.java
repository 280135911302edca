// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One side of a pair, with all that is known of it: seen, remembered and declared. */
record SideView(
    Viewpoint view, Observation look, SideHistory memory, @Nullable ApplianceId declaredId) {

  Optional<ApplianceId> seenId() {
    return look.health().map(ApplianceHealth::applianceId);
  }

  /** The identity of the appliance that belongs here: declared, or else as last seen. */
  @Nullable ApplianceId knownId() {
    if (declaredId != null || memory.lastSeen() == null) {
      return declaredId;
    }
    return memory.lastSeen().applianceHealth().applianceId();
  }

  boolean isWrong() {
    return declaredId != null && seenId().filter(id -> !id.equals(declaredId)).isPresent();
  }

  boolean isSeen() {
    return look.health().isPresent();
  }

  boolean isSilent() {
    return look.<Boolean>fold(seen -> false, unreadable -> false, silent -> true);
  }

  boolean isIn(FailoverRole role) {
    return look.role().equals(Optional.of(role));
  }

  Optional<ApplianceVersion> version() {
    return look.health().map(ApplianceHealth::version);
  }

  AssessmentReason reason(AssessmentReason.Kind kind, String words) {
    return AssessmentReason.at(kind, view, look.at(), words);
  }

  /** How it is missing, since when, and as what it was last seen. */
  String missing() {
    String words =
        look.fold(
            seen -> "seen",
            unreadable ->
                "unreadable since " + since(memory.unseenSince()) + ": " + unreadable.reason(),
            silent -> "silent since " + since(memory.silentSince()) + ": " + silent.reason());
    Observation.Seen last = memory.lastSeen();
    return last == null
        ? words + ", never seen before"
        : words
            + ", last seen as "
            + last.applianceHealth().failoverRole().literal()
            + " at "
            + last.at();
  }

  private Instant since(@Nullable Instant remembered) {
    return remembered == null ? look.at() : remembered;
  }
}
