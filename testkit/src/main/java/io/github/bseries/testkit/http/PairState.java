// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.LinkState;
import io.github.bseries.testkit.PairOutcome;
import io.github.bseries.testkit.PairTimeline;
import io.github.bseries.testkit.SimulatedAccount;
import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedLink;
import io.github.bseries.testkit.SimulatedPair;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pair is, and what became of it, in the JSON of the control API. */
final class PairState {

  private PairState() {}

  /** Returns all of it as it is in one moment. */
  static JsonObject of(SimulatedPair pair) {
    return pair.atOneMoment(moment -> of(pair, moment));
  }

  private static JsonObject of(SimulatedPair pair, Instant moment) {
    var state = Json.createObjectBuilder();
    state.add("time", moment.toString());
    pair.appliances().forEach(each -> state.add(each.label(), of(each)));
    state.add("site", pair.siteHolder().map(SimulatedAppliance::label).orElse("nobody"));
    state.add("account", of(pair.account()));
    state.add("links", links(pair));
    state.add("busy", pair.isBusy());
    return state.add("faults", faults(pair)).build();
  }

  private static JsonObjectBuilder of(SimulatedAccount account) {
    String backup = account.permissions().backup() ? "full_access" : "deny";
    return Json.createObjectBuilder()
        .add("commandPermission", account.permissions().command().literal())
        .add("backupPermission", backup)
        .add("allowList", Json.createArrayBuilder(account.allowedNetworks()));
  }

  static JsonObject history(SimulatedPair pair) {
    return Json.createObjectBuilder()
        .add("lines", Json.createArrayBuilder(PairTimeline.of(pair).lines()))
        .build();
  }

  static JsonObject outcome(SimulatedPair pair) {
    PairOutcome outcome = pair.outcome();
    return Json.createObjectBuilder()
        .add("outage", outcome.outage().toString())
        .add("twoPrimaries", outcome.twoPrimaries().toString())
        .add("sessions", outcome.sessions())
        .add("brokenSessions", outcome.brokenSessions())
        .add("turnedAway", outcome.turnedAway())
        .add("lostSessions", outcome.lostSessions())
        .add("lostRecordings", outcome.lostRecordings())
        .add("lostSettings", outcome.lostSettings())
        .add("missingSessions", outcome.missingSessions())
        .add("missingRecordings", outcome.missingRecordings())
        .add("missingSettings", outcome.missingSettings())
        .build();
  }

  /** Returns constants by the words that the control API has for them: {@code a-b} for A_B. */
  static <E extends Enum<E>> Map<String, E> byWord(E[] values) {
    return Stream.of(values)
        .collect(
            Collectors.toMap(
                PairState::word, value -> value, (one, other) -> one, () -> new TreeMap<>()));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonArrayBuilder faults(SimulatedPair pair) {
    JsonArrayBuilder faults = Json.createArrayBuilder();
    pair.callFaults()
        .inForce()
        .forEach(
            each ->
                faults.add(
                    Json.createObjectBuilder()
                        .add("id", each.id())
                        .add("fault", each.rule().fault().label())
                        .add("metCalls", each.metCalls())));
    pair.awaitedFaults()
        .forEach(
            each ->
                faults.add(
                    Json.createObjectBuilder().add("id", word(each)).add("fault", word(each))));
    return faults;
  }

  private static JsonObjectBuilder links(SimulatedPair pair) {
    JsonObjectBuilder links = Json.createObjectBuilder();
    List.of(
            SimulatedLink.PEERS,
            SimulatedLink.CLIENT_TO_A,
            SimulatedLink.CLIENT_TO_B,
            SimulatedLink.CLIENT_TO_SITE)
        .forEach(link -> add(pair, link, links));
    for (SimulatedAppliance each : pair.appliances()) {
      for (IpAddress ip : each.failoverPage().backupSettings().networkConnectivityTestIps()) {
        add(pair, new SimulatedLink(each.label() + "-" + ip.text()), links);
      }
    }
    // Those to addresses that are no test IPs yet, or no more, are cut or slow all the same.
    pair.disturbedLinks().forEach((link, state) -> links.add(link.name(), word(state)));
    return links;
  }

  private static void add(SimulatedPair pair, SimulatedLink link, JsonObjectBuilder links) {
    LinkState state = pair.linkState(link);
    links.add(link.name(), word(state));
  }

  private static JsonObject of(SimulatedAppliance appliance) {
    var health = appliance.health();
    var sync = health.lastDataSync();
    var state =
        Json.createObjectBuilder()
            .add("id", appliance.id().value())
            .add("power", appliance.isOn() ? "on" : "off")
            .add("role", health.failoverRole().literal())
            .add("success", health.success())
            .add("errorMessages", Json.createArrayBuilder(health.errorMessages()))
            .add("enabledSharedIps", Json.createArrayBuilder(health.enabledSharedIps()))
            .add("version", appliance.version().toString())
            .add("clock", appliance.clock().toString())
            .add("sessions", appliance.connectedSessions())
            .add("roleChangesReceived", appliance.roleChangesReceived())
            .add("settingsGeneration", appliance.settingsGeneration())
            .add("xmlApi", appliance.api().isXmlApiOn());
    if (sync != null) {
      state.add("lastDataSync", sync.timeText()).add("lastDataSyncStatus", sync.status());
    }
    return state.build();
  }
}
