package dev.memoized.infinispan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.remoting.transport.Transport;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.MergeView;
import org.jgroups.View;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.util.MutableDigest;

/** Takes an {@linkplain Cluster#unwatched unwatched} cluster apart, and puts it together. */
final class Parts {
    private final List<JChannel> channels;
    private final List<List<Integer>> parts = new ArrayList<>();

    Parts(Cluster cluster) {
        channels = cluster.nodes().mapToObj(node -> channel(cluster, node)).toList();
    }

    private static JChannel channel(Cluster cluster, int node) {
        Transport transport = GlobalComponentRegistry.of(
                        cluster.caches(node).entries().getCacheManager())
                .getComponent(Transport.class);
        return ((JGroupsTransport) transport).getChannel();
    }

    /** Each part hears nothing of the others, and knows that they are gone. */
    void split(List<List<Integer>> into) {
        parts.clear();
        parts.addAll(into);
        for (List<Integer> part : into) {
            IntStream.range(0, channels.size())
                    .filter(other -> !part.contains(other))
                    .forEach(other -> part.forEach(member -> discard(member).addIgnoreMember(address(other))));
        }
        for (List<Integer> part : into) {
            View view = View.create(address(part.get(0)), nextView(), addresses(part));
            part.forEach(member -> gms(member).installView(view));
        }
    }

    /** All hear each other again, and know it. */
    void merge() {
        List<Integer> all = IntStream.range(0, channels.size()).boxed().toList();
        all.forEach(member -> discard(member).resetIgnoredMembers());
        List<View> views =
                parts.stream().map(part -> channels.get(part.get(0)).getView()).toList();
        MergeView view = new MergeView(address(0), nextView(), addresses(all), views);
        MutableDigest digest = new MutableDigest(view.getMembersRaw());
        all.forEach(member -> digest.merge(nakack(member).getDigest(address(member))));
        all.forEach(member -> gms(member).installView(view, digest));
    }

    private long nextView() {
        return channels.stream()
                        .mapToLong(each -> each.getView().getViewId().getId())
                        .max()
                        .orElseThrow()
                + 1;
    }

    private Address address(int member) {
        return channels.get(member).getAddress();
    }

    private List<Address> addresses(List<Integer> members) {
        return members.stream().map(this::address).toList();
    }

    private DISCARD discard(int member) {
        return channels.get(member).getProtocolStack().findProtocol(DISCARD.class);
    }

    private GMS gms(int member) {
        return channels.get(member).getProtocolStack().findProtocol(GMS.class);
    }

    private NAKACK2 nakack(int member) {
        return channels.get(member).getProtocolStack().findProtocol(NAKACK2.class);
    }
}
