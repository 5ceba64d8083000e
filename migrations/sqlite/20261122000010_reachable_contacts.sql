-- Contacts that can be written to, with what the panel knows of their company in the words that questionnaires use.
CREATE VIEW reachable_contacts AS
SELECT
    c.organisation_id,
    c.id AS contact_id,
    c.company_id,
    lower(c.email) AS normal_email,
    co.section,
    co.size_class,
    co.region,
    co.cluster,
    json_patch(co.attributes, json_object('sector', co.section, 'nace', co.sector, 'size', co.size_class,
        'region', co.region, 'cluster', COALESCE(co.cluster, ''))) AS attributes
FROM contacts c
JOIN companies co ON co.id = c.company_id
WHERE c.state = 'active';
