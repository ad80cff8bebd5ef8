package dev.unknot.booking.client;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All clients. */
interface Clients extends Repository<Client, UUID> {

    Client saveAndFlush(Client client);

    Optional<Client> findById(UUID id);

    /** Locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Client c where c.id = :id")
    Optional<Client> lock(UUID id);

    @Query("select c from Client c where c.phone in :phones and c.id > :after order by c.id")
    List<Client> withPhones(Collection<String> phones, UUID after, Limit limit);

    /**
     * Those with this mailbox, however it was spelled.
     *
     * @param key {@link dev.unknot.common.contact.EmailAddress#keyOf} of it
     * @param email as it was typed, for those whose key {@link SearchUpkeep} has not written yet
     */
    @Query(
            "select c from Client c where (c.emailKey = :key or lower(c.email) = lower(:email)) and c.id > :after order by c.id")
    List<Client> withEmail(String key, String email, UUID after, Limit limit);
}
