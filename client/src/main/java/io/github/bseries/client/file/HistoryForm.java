// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.client.internal.json.form.Words;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation.Seen;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.core.pair.SeenRoles;
import io.github.bseries.core.pair.SideHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a history, without the head of the file. */
final class HistoryForm {

  /** The names of the members, in the order in which they are written. */
  static final List<String> FIELDS =
      List.of("normalPrimary", "normalBackup", "roles", "formerRoles", "dataSync", "requested");

  /** The names of the members of a side. */
  static final List<String> SIDE_FIELDS =
      List.of("lookedAt", "lastSeen", "lastWellAt", "unseenSince", "silentSince");

  /** The names of the members of roles that were seen. */
  static final List<String> ROLES_FIELDS =
      List.of("normalPrimary", "normalBackup", "since", "seenAt");

  /** The names of the members of a role change that was asked for. */
  static final List<String> REQUEST_FIELDS = List.of("target", "role", "dataSyncFirst", "at");

  /** The words for the roles, as the API has them. */
  static final Words<FailoverRole> ROLE = Words.of(FailoverRole.values(), FailoverRole::literal);

  private HistoryForm() {}

  static @Nullable PairHistory read(ObjectReader history) {
    SideHistory primary = history.required("normalPrimary", HistoryForm::side);
    SideHistory backup = history.required("normalBackup", HistoryForm::side);
    SeenRoles roles = history.optional("roles", HistoryForm::roles);
    SeenRoles former = history.optional("formerRoles", HistoryForm::roles);
    Seen dataSync = history.optional("dataSync", SeenForm::read);
    List<RequestedRole> requested =
        history.required("requested", Forms.listOf(HistoryForm::request));
    if (primary == null || backup == null || requested == null) {
      return null;
    }
    return history.made(() -> new PairHistory(primary, backup, roles, former, dataSync, requested));
  }

  private static @Nullable SideHistory side(Place place) {
    ObjectReader side = place.object(SIDE_FIELDS);
    if (side == null) {
      return null;
    }
    Instant lookedAt = side.optional("lookedAt", Forms.MOMENT);
    Seen lastSeen = side.optional("lastSeen", SeenForm::read);
    Instant lastWellAt = side.optional("lastWellAt", Forms.MOMENT);
    Instant unseenSince = side.optional("unseenSince", Forms.MOMENT);
    Instant silentSince = side.optional("silentSince", Forms.MOMENT);
    return side.made(
        () -> new SideHistory(lookedAt, lastSeen, lastWellAt, unseenSince, silentSince));
  }

  private static @Nullable SeenRoles roles(Place place) {
    ObjectReader roles = place.object(ROLES_FIELDS);
    if (roles == null) {
      return null;
    }
    FailoverRole primary = roles.required("normalPrimary", ROLE);
    FailoverRole backup = roles.required("normalBackup", ROLE);
    Instant since = roles.required("since", Forms.MOMENT);
    Instant seenAt = roles.required("seenAt", Forms.MOMENT);
    if (primary == null || backup == null || since == null || seenAt == null) {
      return null;
    }
    return roles.made(() -> new SeenRoles(primary, backup, since, seenAt));
  }

  private static @Nullable RequestedRole request(Place place) {
    ObjectReader request = place.object(REQUEST_FIELDS);
    if (request == null) {
      return null;
    }
    ApplianceId target = request.required("target", Forms.parsed(ApplianceForm::id));
    FailoverRole role = request.required("role", ROLE);
    Boolean syncFirst = request.required("dataSyncFirst", Forms.FLAG);
    Instant at = request.required("at", Forms.MOMENT);
    if (target == null || role == null || syncFirst == null || at == null) {
      return null;
    }
    return request.made(() -> new RequestedRole(target, role, syncFirst, at));
  }

  static JsonNode.Members write(PairHistory history) {
    return new ObjectWriter()
        .node("normalPrimary", node(history.primary()))
        .node("normalBackup", node(history.backup()))
        .node("roles", node(history.roles()))
        .node("formerRoles", node(history.formerRoles()))
        .node("dataSync", SeenForm.write(history.dataSync()))
        .node(
            "requested",
            new JsonNode.Items(history.requested().stream().map(HistoryForm::node).toList()))
        .object();
  }

  private static JsonNode node(SideHistory side) {
    return new ObjectWriter()
        .text("lookedAt", side.lookedAt())
        .node("lastSeen", SeenForm.write(side.lastSeen()))
        .text("lastWellAt", side.lastWellAt())
        .text("unseenSince", side.unseenSince())
        .text("silentSince", side.silentSince())
        .object();
  }

  private static @Nullable JsonNode node(@Nullable SeenRoles roles) {
    if (roles == null) {
      return null;
    }
    return new ObjectWriter()
        .text("normalPrimary", ROLE.word(roles.primary()))
        .text("normalBackup", ROLE.word(roles.backup()))
        .text("since", roles.since())
        .text("seenAt", roles.seenAt())
        .object();
  }

  private static JsonNode node(RequestedRole request) {
    return new ObjectWriter()
        .text("target", request.target())
        .text("role", ROLE.word(request.role()))
        .flag("dataSyncFirst", request.dataSyncFirst())
        .text("at", request.at())
        .object();
  }
}
