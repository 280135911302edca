// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.json.form.Form;
import io.github.bseries.client.internal.json.form.Forms;
import io.github.bseries.client.internal.json.form.JsonNode;
import io.github.bseries.client.internal.json.form.ObjectReader;
import io.github.bseries.client.internal.json.form.ObjectWriter;
import io.github.bseries.client.internal.json.form.Place;
import io.github.bseries.core.pair.DnsSwing;
import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.NatSwing;
import io.github.bseries.core.pair.SharedIp;
import io.github.bseries.core.pair.TrafficCutover;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a way of cutting traffic over: an object with one member, named after the way. */
final class CutoverForm {

  /** The ways; exactly one of them stands there. */
  static final List<String> FIELDS = List.of("sharedIp", "dnsSwing", "natSwing");

  /** The names of the members of a shared IP. */
  static final List<String> SHARED_IP_FIELDS = List.of("address");

  /** The names of the members of a DNS swing. */
  static final List<String> DNS_SWING_FIELDS = List.of("hostName", "recordTtl");

  /** The names of the members of a NAT swing. */
  static final List<String> NAT_SWING_FIELDS = List.of("publicAddress");

  private static final Form<IpAddress> IP = Forms.parsed(IpAddress::parse);

  private CutoverForm() {}

  /** Returns the form in which a DNS swing without a name is one of this name. */
  static Form<TrafficCutover> of(@Nullable String site) {
    return place -> {
      ObjectReader ways = place.object(FIELDS);
      return ways == null ? null : read(ways, site);
    };
  }

  private static @Nullable TrafficCutover read(ObjectReader ways, @Nullable String site) {
    if (FIELDS.stream().filter(ways::has).count() != 1 && !ways.isBroken()) {
      ways.place().complain("exactly one way is needed; write one of " + String.join(", ", FIELDS));
      return null;
    }
    TrafficCutover sharedIp = ways.optional("sharedIp", CutoverForm::sharedIp);
    TrafficCutover dnsSwing = ways.optional("dnsSwing", place -> dnsSwing(place, site));
    TrafficCutover natSwing = ways.optional("natSwing", CutoverForm::natSwing);
    if (sharedIp != null) {
      return sharedIp;
    }
    return dnsSwing == null ? natSwing : dnsSwing;
  }

  private static @Nullable TrafficCutover sharedIp(Place place) {
    ObjectReader way = place.object(SHARED_IP_FIELDS);
    if (way == null) {
      return null;
    }
    IpAddress address = way.required("address", IP);
    return address == null ? null : way.made(() -> new SharedIp(address));
  }

  private static @Nullable TrafficCutover dnsSwing(Place place, @Nullable String site) {
    ObjectReader way = place.object(DNS_SWING_FIELDS);
    if (way == null) {
      return null;
    }
    String hostName = way.has("hostName") ? way.optional("hostName", Forms.TEXT) : site;
    Duration ttl = way.required("recordTtl", Forms.DURATION);
    return hostName == null || ttl == null ? null : way.made(() -> new DnsSwing(hostName, ttl));
  }

  private static @Nullable TrafficCutover natSwing(Place place) {
    ObjectReader way = place.object(NAT_SWING_FIELDS);
    if (way == null) {
      return null;
    }
    IpAddress address = way.optional("publicAddress", IP);
    return way.made(() -> new NatSwing(address));
  }

  static JsonNode write(TrafficCutover cutover) {
    return cutover.fold(
        it -> way("sharedIp", new ObjectWriter().text("address", it.address())),
        it ->
            way(
                "dnsSwing",
                new ObjectWriter()
                    .text("hostName", it.hostName())
                    .text("recordTtl", it.recordTtl())),
        it -> way("natSwing", new ObjectWriter().text("publicAddress", it.publicAddress())));
  }

  private static JsonNode way(String name, ObjectWriter members) {
    return new ObjectWriter().node(name, members.object()).object();
  }
}
