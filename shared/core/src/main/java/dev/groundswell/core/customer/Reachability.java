package dev.groundswell.core.customer;

/**
 * How many customers can be reached. One with a phone and an e-mail address is in both of the first two.
 *
 * @param withPhone   a phone that can be read
 * @param withEmail   an e-mail address that can be read
 * @param withNeither known and counted, and reached by no channel
 */
public record Reachability(long withPhone, long withEmail, long withNeither) {

    public static final Reachability ZERO = new Reachability(0, 0, 0);

    public static Reachability of(CustomerProfile customer) {
        var phone = customer.phone() == null ? 0 : 1;
        var email = customer.email() == null ? 0 : 1;
        return new Reachability(phone, email, phone + email == 0 ? 1 : 0);
    }

    public Reachability plus(Reachability other) {
        return new Reachability(
                withPhone + other.withPhone, withEmail + other.withEmail, withNeither + other.withNeither);
    }

    public Reachability negated() {
        return new Reachability(-withPhone, -withEmail, -withNeither);
    }
}
