package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.Reach;
import java.util.Arrays;
import java.util.List;

/** A channel, and whether it reaches a customer. */
record ChannelReach(Channel channel, Reach reach) {

    static List<ChannelReach> of(CustomerProfile customer) {
        return Arrays.stream(Channel.values())
                .map(channel -> new ChannelReach(channel, Reach.of(customer, channel)))
                .toList();
    }
}
