// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that the simulated pair does, in words, and why it does so. {@link #all()} is the list
 * from which {@code docs/simulated-behaviour.md} is made.
 *
 * @param subject what it is about: power, links, data syncs, roles, and so on
 * @param text what the pair does
 * @param source the keys of the sources, as listed in {@code docs/sources.md}; {@code assumed}
 *     where there is none, with the name of the switch where it is one
 * @param shownBy the public names of the testkit by which it is brought about or seen
 * @since 0.1
 */
public record SimulatedBehaviour(String subject, String text, String source, List<String> shownBy) {

  static final String ESTABLISH = "S1 \"Establish the Primary/Backup Failover Relationship\"";
  private static final String PLANNED = "S1 \"Perform Failover for Planned Maintenance\"";
  private static final String BEST = "S1 \"Best Practices for Primary and Backup Environments\"";
  static final String APPENDIX = "S1 \"Appendix: Administration Settings for Failover\"";
  private static final String METHODS =
      "S1 \"Methods of Network Configuration for B Series Appliance Failover\"";
  static final String CONFLICTS = "S1 \"Resolve Conflicts in a Failover Setup\"";
  private static final String SPARE = "S2 \"Failover and Spare B Series Appliances\"";
  static final String ASSUMED = "assumed";

  private static final List<SimulatedBehaviour> FIXED =
      Stream.of(
              ofAppliances(),
              ofHands(),
              ofLinks(),
              ofDataSyncs(),
              ofCopies(),
              ofRoles(),
              ofSharedIps(),
              ofAutomaticFailover(),
              RelationBehaviours.all(),
              ofUsers(),
              ofFaults(),
              FrontBehaviours.all())
          .flatMap(List::stream)
          .toList();

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if a text is blank; a behaviour without a source says {@code
   *     assumed}
   */
  public SimulatedBehaviour {
    shownBy = List.copyOf(requireNonNull(shownBy, "shownBy"));
    for (String each : List.of(subject, text, source)) {
      if (each.isBlank()) {
        throw new IllegalArgumentException("subject, text or source is blank");
      }
    }
  }

  /** Returns what the pair always does, and then each switch with what it can be set to. */
  public static List<SimulatedBehaviour> all() {
    List<SimulatedBehaviour> all = new ArrayList<>(FIXED);
    for (AssumedSwitch each : AssumedSwitch.values()) {
      String choices =
          each.behaviours().stream()
              .map(behaviour -> behaviour.text() + " (" + behaviour.name() + ")")
              .collect(Collectors.joining("; or "));
      all.add(
          of(
              "switch",
              each.question() + ": " + choices,
              "assumed (" + each.name() + "); " + each.sources(),
              "assume"));
    }
    return List.copyOf(all);
  }

  private static List<SimulatedBehaviour> ofAppliances() {
    return List.of(
        of("appliances", "An id stays with the appliance in whatever role.", "D-HEALTH", "id"),
        of("appliances", "The host name is not the name of the site.", "W-RAGMOB", "hostName"),
        of(
            "appliances",
            "Health has success, any number of error messages, role, shared IPs and data sync.",
            "D-HEALTH, D-FOAPI",
            "health",
            "checkHealth",
            "ails",
            "recovers"),
        of(
            "appliances",
            "Power that is lost ends data syncs and sessions; the role is kept.",
            ASSUMED,
            "powerOff",
            "powerOn",
            "isOn"),
        of("appliances", "The version has product and build.", "W-RAGMOB", "version", "upgrade"),
        of(
            "appliances",
            "All times that it tells are those of its clock.",
            ASSUMED,
            "clock",
            "clockSkew"));
  }

  private static List<SimulatedBehaviour> ofHands() {
    return List.of(
        of(
            "appliances",
            "Nobody changes data or settings on one that is off, upgrades it, or takes over by hand"
                + " what it has.",
            ASSUMED,
            "change",
            "changeSettings",
            "mirrorByHand",
            "save",
            "networkPage",
            "upgrade"));
  }

  private static List<SimulatedBehaviour> ofLinks() {
    return List.of(
        of(
            "links",
            "A link that is up carries everything (UP).",
            ASSUMED,
            "linkState",
            "disturbedLinks"),
        of("links", "A slow one takes ten times as long (SLOW).", ASSUMED, "changeLink"),
        of("links", "A stalled one holds up what is under way (STALLED).", ASSUMED, "changeLink"),
        of(
            "links",
            "What a caller sends over a stalled one, and waits for no longer, never arrives.",
            ASSUMED,
            "changeLink"),
        of(
            "links",
            "A cut one ends what is under way (CUT).",
            ASSUMED,
            "cutLink",
            "restoreLink",
            "isLinkUp"));
  }

  private static List<SimulatedBehaviour> ofDataSyncs() {
    return List.of(
        of(
            "data syncs",
            "One goes from the primary to the backup.",
            ESTABLISH,
            "startDataSync",
            "syncNow"),
        of(
            "data syncs",
            "The backup begins one by its interval, if backup operations are on.",
            ESTABLISH + ", " + BEST,
            "save",
            "backupSettings"),
        of(
            "data syncs",
            "Enabling backup operations starts the one that is overdue.",
            BEST + " (could cause one to start)",
            "save"),
        of(
            "data syncs",
            "One that cannot begin is tried again an interval later.",
            ASSUMED,
            "save"),
        of(
            "data syncs",
            "The first one begins 60 seconds after the relationship was made.",
            ESTABLISH,
            "establishRelationship"),
        of(
            "data syncs",
            "It takes as long as the data takes over the line, within the limit of the backup.",
            ESTABLISH + ", " + BEST + "; assumed: the amount",
            "dataBytes",
            "line",
            "dataSyncDuration"));
  }

  private static List<SimulatedBehaviour> ofCopies() {
    return List.of(
        of(
            "data syncs",
            "What it overwrites and what each side keeps is what core's SyncCoverage says.",
            ESTABLISH + ", S2 \"Failover\"",
            "data",
            "settingsGeneration",
            "change",
            "changeSettings",
            "mirrorByHand"),
        of("data syncs", "It copies what was there when it began.", ASSUMED, "data"),
        of(
            "data syncs",
            "One that fails copies nothing, and both who are on say failed.",
            ASSUMED,
            "health"),
        of(
            "data syncs",
            "Where different versions keep one from beginning, an upgrade ends one under way; no"
                + " roles change after it.",
            ASSUMED,
            "upgrade"),
        of(
            "data syncs",
            "If something else is under way when the first one is due, it follows that, unless it"
                + " was a data sync which went well.",
            ASSUMED,
            "establishRelationship"),
        of(
            "data syncs",
            "Before a change of roles, users are disconnected, roles stay, and nothing else is"
                + " accepted until it is over.",
            PLANNED + ", D-ROLE",
            "setFailoverRole",
            "isBusy"));
  }

  private static List<SimulatedBehaviour> ofRoles() {
    return List.of(
        of(
            "roles",
            "Roles swap one after the other; for a moment both are backup.",
            PLANNED + "; assumed: how long",
            "setFailoverRole",
            "swapMoment"),
        of("roles", "The page swaps two that are in touch.", "D-FOPLAN", "become"),
        of(
            "roles",
            "A primary that cannot reach its peer refuses to become backup, unless forced.",
            APPENDIX + ", D-ROLE",
            "setFailoverRole",
            "become"),
        of(
            "roles",
            "A backup that cannot reach its peer becomes primary alone, at once.",
            "S1 \"Perform Failover for Unplanned Maintenance\"",
            "setFailoverRole"),
        of("roles", "After a cut, both can be primary or both backup.", CONFLICTS, "failoverRole"),
        of(
            "roles",
            "A peer lost in the middle of a swap, if only for a while, leaves both backup.",
            ASSUMED,
            "failoverRole"));
  }

  private static List<SimulatedBehaviour> ofSharedIps() {
    return List.of(
        of(
            "roles",
            "Checked shared IPs that are known come and go with the role.",
            APPENDIX,
            "networkPage",
            "knownIps",
            "enabledIps",
            "add",
            "remove",
            "enable",
            "disable",
            "enableSharedIp",
            "disableSharedIp"));
  }

  private static List<SimulatedBehaviour> ofAutomaticFailover() {
    return List.of(
        of(
            "automatic failover",
            "A backup that reaches a test IP and has missed the primary for the timeout becomes"
                + " primary and enables the shared IP.",
            SPARE + ", " + ESTABLISH,
            "save"),
        of("automatic failover", "One that reaches no test IP stays backup.", SPARE, "changeLink"),
        of("automatic failover", "It needs backup operations to be on.", BEST, "save"),
        of(
            "automatic failover",
            "A primary that is back in time has the time count anew.",
            ASSUMED,
            "powerOn"),
        of(
            "automatic failover",
            "A timeout that is changed meanwhile counts from when the primary was lost.",
            ASSUMED,
            "save"),
        of("automatic failover", "The primary is probed without a pause.", ASSUMED, "save"));
  }

  private static List<SimulatedBehaviour> ofUsers() {
    return List.of(
        of(
            "users",
            "A shared IP leads to who has it enabled.",
            METHODS,
            "siteHolder",
            "cutover",
            "sharedIp"),
        of(
            "users",
            "Of two who have it, the one that had it first keeps it.",
            ASSUMED,
            "siteHolder"),
        of("users", "A NAT rule counts at once.", METHODS, "swingSite"),
        of(
            "users",
            "A DNS record counts when its time to live is over, for everybody at once.",
            METHODS + "; assumed: at once",
            "swingSite"),
        of("users", "A backup accepts no users.", SPARE, "connectedSessions"),
        of(
            "users",
            "A session that ends leaves a report and a recording; one that is broken off leaves"
                + " neither.",
            ASSUMED,
            "users",
            "outcome"),
        of("users", "An appliance that ails still serves its users.", ASSUMED, "ails"));
  }

  private static List<SimulatedBehaviour> ofFaults() {
    return List.of(
        of(
            "faults",
            "A data sync never ends by itself (SYNC_STICKS).",
            ASSUMED,
            "suffers",
            "endures",
            "awaitedFaults"),
        of(
            "faults",
            "A data sync fails at its end (SYNC_FAILS); one that sticks leaves this to the next.",
            ASSUMED,
            "suffersNowAndThen"),
        of("faults", "A swap leaves both backup (SWAP_STOPS_HALF_WAY).", ASSUMED, "suffers"));
  }

  static SimulatedBehaviour of(String subject, String text, String source, String... shownBy) {
    return new SimulatedBehaviour(subject, text, source, List.of(shownBy));
  }
}
